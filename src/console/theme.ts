import type { ThemeConfig } from 'antd'

/** The official blue, tuned to AA on white; red is kept for what is late. */
export const colours = { blue: '#0b4ea2', late: '#b42318', soon: '#8a5200', done: '#1d6b3a', quiet: '#5b6472' } as const

/** Whoever has asked their system for no motion gets none. */
export const isStill = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false

export const theme: ThemeConfig = {
  // Ant Design's styles come as its finished sheet: written anew at each page they took a quarter of its start.
  zeroRuntime: true,
  hashed: false,
  token: {
    colorPrimary: colours.blue,
    colorInfo: colours.blue,
    colorLink: colours.blue,
    colorLinkHover: '#083a7a',
    colorLinkActive: '#062c5e',
    colorError: colours.late,
    colorWarning: colours.soon,
    colorSuccess: colours.done,
    colorText: '#1b2430',
    colorTextSecondary: '#4a5361',
    colorTextTertiary: '#5b6472',
    colorTextDescription: '#5b6472',
    colorTextPlaceholder: '#6b7482',
    colorTextDisabled: '#646d7b',
    colorBorder: '#c4ccd6',
    colorBorderSecondary: '#e3e8ee',
    colorBgLayout: '#f4f6f9',
    colorPrimaryBg: '#e8f0fa',
    colorInfoBg: '#eef4fb',
    colorInfoBorder: '#a9c4e6',
    colorWarningBg: '#fff8e8',
    colorWarningBorder: '#e3c583',
    colorErrorBg: '#fdf0ee',
    colorErrorBorder: '#eeb4ad',
    colorSuccessBg: '#eef8f1',
    colorSuccessBorder: '#a3d3b2',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", sans-serif',
    motion: !isStill,
    motionDurationMid: isStill ? '0s' : '0.12s',
    motionDurationSlow: isStill ? '0s' : '0.16s',
    wireframe: false,
  },
  components: {
    Layout: { headerBg: '#ffffff', headerHeight: 56, headerPadding: '0 20px', siderBg: '#ffffff' },
    Card: { headerFontSize: 15, bodyPadding: 20, headerHeight: 46 },
    Table: { headerBg: '#f4f6f9', cellPaddingBlock: 10, cellPaddingInline: 12 },
    Menu: {
      itemHeight: 40,
      itemBorderRadius: 4,
      activeBarBorderWidth: 0,
      itemSelectedBg: '#e8f0fa',
      subMenuItemBg: '#ffffff',
    },
    Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
    Descriptions: { itemPaddingBottom: 10 },
  },
}

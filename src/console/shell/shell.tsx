import { MenuOutlined } from '@ant-design/icons'
import { App, Button, Drawer, Layout } from 'antd'
import { Suspense, useEffect, useState } from 'react'
import { Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { businessRoles } from '../../organs/role.ts'
import { askingWhetherMeant } from '../api.ts'
import { holds, useMe } from '../session/me.ts'
import { Loading } from '../states/loading.tsx'
import { Finder } from './finder.tsx'
import { Mark } from './mark.tsx'
import { Navigation } from './navigation.tsx'
import { Person } from './person.tsx'
import { Reminders } from './reminders.tsx'

/** Whoever registers what moves a frozen report reads first what becomes of it. */
function useAskingWhetherMeant(): void {
  const { modal } = App.useApp()
  useEffect(() => {
    askingWhetherMeant(
      (what) =>
        new Promise((resolve) => {
          modal.confirm({
            title: '会改变已经定稿的年度报告',
            content: what,
            okText: '知道，仍然登记',
            cancelText: '不登记',
            onOk: () => resolve(true),
            onCancel: () => resolve(false),
          })
        }),
    )
  }, [modal])
}

/** The frame around every page: rooms to the left, the finder and the person above. */
export function Shell() {
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const { state } = useNavigation()
  const isBusiness = holds(me, businessRoles)
  useAskingWhetherMeant()
  return (
    <Layout className="shell">
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <Layout.Header className="shell-header">
        <Button
          className="only-narrow"
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label="打开导航"
          onClick={() => setOpen(true)}
        />
        <span className="shell-brand">
          <Mark />
          <span className="shell-organ">
            <strong>{me.organ.name}</strong>
            <span>
              政府信息公开工作平台
              {me.organ.isDemo ? <em className="demo-mark">演示数据</em> : null}
            </span>
          </span>
        </span>
        <span className="grow" />
        {isBusiness ? <Finder /> : null}
        {isBusiness ? <Reminders /> : null}
        <Person />
      </Layout.Header>
      <Layout>
        <Layout.Sider className="shell-sider only-wide" width={208} theme="light">
          <Navigation />
        </Layout.Sider>
        <Drawer
          open={isOpen}
          onClose={() => setOpen(false)}
          placement="left"
          size={264}
          title={me.organ.name}
          styles={{ body: { padding: 8 } }}
        >
          <Navigation onGo={() => setOpen(false)} />
        </Drawer>
        <Layout.Content id="content" tabIndex={-1} className="shell-content">
          <div className="busy-line" data-busy={state === 'loading'} />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
      <ScrollRestoration />
    </Layout>
  )
}

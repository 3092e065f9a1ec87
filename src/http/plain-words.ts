import { z } from 'zod'

/**
 * What a schema says where it has no words of its own. People read it, so it names neither types nor patterns; what belongs
 * into the field stands beside it.
 */
z.config({
  customError: (issue) => {
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined || issue.input === null ? '请填写此项' : '填写的内容不符合要求'
      case 'invalid_value':
        return '请从列出的选项中选择'
      case 'too_big':
        return issue.origin === 'string'
          ? `不超过${issue.maximum}个字`
          : issue.origin === 'array'
            ? `不超过${issue.maximum}项`
            : `不能大于${issue.maximum}`
      case 'too_small':
        return issue.origin === 'string' || issue.origin === 'array' ? '请填写此项' : `不能小于${issue.minimum}`
      default:
        return '填写的内容不符合要求'
    }
  },
})

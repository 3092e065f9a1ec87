/** No row and no value of a statement: both hold what applicants have told. */
const withoutValues = [
  'log_error_verbosity=terse',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
  'log_min_error_statement=panic',
]
const everyChange = [
  'log_statement=mod',
  'log_line_prefix=%m/%p/%u/%a/',
  'logging_collector=on',
  'log_directory=log',
  'log_filename=database-%Y-%m-%d.log',
  'log_file_mode=0600',
  'log_rotation_age=1d',
  'log_rotation_size=0',
]

/**
 * Settings of our own PostgreSQL for its log. With `KAICHENG_DB_LOG=on` it has every statement that changes tables or rows
 * (互联网政务应用安全管理规定 20), a file a day in the cluster's folder `log`, with `$1` where the values were.
 */
export const statementLog = (env: NodeJS.ProcessEnv = process.env): readonly string[] =>
  env.KAICHENG_DB_LOG === 'on' ? [...withoutValues, ...everyChange] : withoutValues

import type en from '../en'
import type { Words } from '../words'
import failures from './failures'
import history from './history'
import http from './http'
import inputs from './inputs'
import parameters from './parameters'
import problems from './problems'
import results from './results'
import shell from './shell'
import task from './task'

export default {
  failures,
  history,
  http,
  inputs,
  parameters,
  problems,
  results,
  shell,
  task,
} satisfies Words<typeof en>

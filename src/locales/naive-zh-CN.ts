export { zhCN as default } from 'naive-ui'

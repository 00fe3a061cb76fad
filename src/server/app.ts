import { Hono } from 'hono'
import { createSandbox } from '@/sandbox/app'
import { serveDist } from './dist'
import { securityHeaders } from './headers'
import { createProxy, noProxy, type ProxyOptions } from './proxy'
import { PROXY_PATH } from './proxy-rules'

export interface ServerOptions {
  /** The folder of the built site. Left out where something else serves the pages, as in development. */
  readonly dist?: string
  /** Adds a token of the server's to what its pages send to Hugging Face. Off where left out. */
  readonly proxy?: ProxyOptions
  /** Origins that pages may connect to, beside this server and Hugging Face; any https origin where left out. */
  readonly connectOrigins?: readonly string[]
}

/** The whole server as one web-standard app: sandbox, token proxy, the built site, security headers. */
export function createServer({ dist, proxy, connectOrigins }: ServerOptions = {}): Hono {
  const app = new Hono()
  const sandbox = createSandbox({ onFault: (error) => console.error(error) })
  const throughProxy = proxy ? createProxy(proxy) : noProxy
  app.use(securityHeaders(connectOrigins))
  app.all('/sandbox', (context) => sandbox(context.req.raw))
  app.all('/sandbox/*', (context) => sandbox(context.req.raw))
  app.all(`${PROXY_PATH}/*`, (context) => throughProxy(context.req.raw))
  if (dist !== undefined) {
    const site = serveDist(dist)
    app.on(['GET', 'HEAD'], '*', (context) => site(context.req.raw))
  }
  app.notFound((context) => context.text('Not found', 404))
  app.onError((error, context) => {
    console.error(error)
    return context.text('The server failed', 500)
  })
  return app
}

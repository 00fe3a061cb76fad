import { getRequestListener } from '@hono/node-server'
import {
  createServer as createViteServer,
  type Connect,
  type Plugin,
  type ViteDevServer,
} from 'vite'

/** What `src/server/app.ts` exports, as far as it is used here. */
interface ServerModule {
  createServer: () => { fetch: (request: Request) => Response | Promise<Response> }
}

const PREFIX = '/sandbox'

/** Serves the server's own routes under `vite dev`, with hot reload, and under `vite preview`. */
export function serverRoutes(): Plugin {
  let alias: { find: string | RegExp; replacement: string }[] = []
  return {
    name: 'taskscope:server-routes',
    configResolved(config) {
      alias = config.resolve.alias.map(({ find, replacement }) => ({ find, replacement }))
    },
    configureServer(server) {
      server.middlewares.use(routes(() => Promise.resolve(server)))
    },
    configurePreviewServer(server) {
      // A preview has no module loader: one is made when the first call comes.
      let loader: Promise<ViteDevServer> | undefined
      server.middlewares.use(
        routes(
          () =>
            (loader ??= createViteServer({
              configFile: false,
              root: server.config.root,
              resolve: { alias },
              appType: 'custom',
              optimizeDeps: { noDiscovery: true },
              server: { middlewareMode: true, hmr: false, ws: false, watch: null },
            })),
        ),
      )
      server.httpServer.once('close', () => {
        void loader?.then((made) => made.close())
      })
    },
  }
}

function routes(loader: () => Promise<ViteDevServer>): Connect.NextHandleFunction {
  let current: ServerModule | undefined
  let listener: ReturnType<typeof getRequestListener> | undefined
  return (request, response, next) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (path !== PREFIX && !path.startsWith(`${PREFIX}/`)) {
      next()
      return
    }
    const answer = async () => {
      const vite = await loader()
      const module = (await vite.ssrLoadModule('/src/server/app.ts')) as ServerModule
      // Kept until the code changes, so that a warming model warms up and a limit is remembered.
      if (module !== current || !listener) {
        current = module
        const app = module.createServer()
        listener = getRequestListener((incoming) => app.fetch(incoming), {
          overrideGlobalObjects: false,
        })
      }
      await listener(request, response)
    }
    answer().catch(next)
  }
}

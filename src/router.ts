import { createRouter, createWebHashHistory } from 'vue-router'
import type { LazyArea } from './core/areas'
import type { NeedWords } from './composables/useAreaWords'
import { loadPage } from './tasks'
import HomeView from './views/HomeView.vue'

/** Hash routes: state in the hash never reaches a server, and any static host can serve them. */
export function createAppRouter(need: NeedWords) {
  const withWords = <T>(area: LazyArea, load: () => Promise<T>) => {
    return () => Promise.all([load(), need(area)]).then(([view]) => view)
  }
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', component: HomeView },
      {
        path: '/tasks/:id',
        component: () => import('./views/TaskView.vue'),
        props: true,
        // The view asks for its page as well, but only once it is there itself.
        beforeEnter: (to) => void loadPage(String(to.params.id))?.catch(() => undefined),
      },
      { path: '/history', component: () => import('./views/HistoryView.vue') },
      { path: '/models', component: () => import('./views/ModelsView.vue') },
      { path: '/paste', component: withWords('paste', () => import('./views/PasteView.vue')) },
      {
        path: '/endpoint',
        component: withWords('endpoint', () => import('./views/EndpointView.vue')),
      },
      {
        path: '/settings',
        component: withWords('settings', () => import('./views/SettingsView.vue')),
      },
      { path: '/:rest(.*)*', component: () => import('./views/NotFoundView.vue') },
    ],
    scrollBehavior: (to, from, saved) => (to.path === from.path ? false : (saved ?? { top: 0 })),
  })
}

import { ASSIGN_AGENCIES, READ_AUDIT } from './roles/role-definitions';

const inPanel = (method: string, path: string, handler: string, ...rights: string[]) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      ...(rights.length > 0 ? [{ name: 'admin::hasPermissions', config: { actions: rights } }] : []),
    ],
  },
});

export default {
  admin: {
    type: 'admin',
    routes: [
      inPanel('GET', '/audit.jsonl', 'audit.export', READ_AUDIT),
      inPanel('POST', '/checks/article', 'checks.article'),
      inPanel('GET', '/history/:type/:documentId', 'history.list'),
      inPanel('GET', '/history/:type/:documentId/:id', 'history.version'),
      inPanel('POST', '/history/:type/:documentId/:id/restore', 'history.restore'),
      inPanel('GET', '/user-agencies', 'user-agencies.list', ASSIGN_AGENCIES),
      inPanel('PUT', '/user-agencies/:id', 'user-agencies.assign', ASSIGN_AGENCIES),
      inPanel('POST', '/articles/:documentId/withdraw', 'public-life.withdraw'),
      inPanel('POST', '/articles/:documentId/reinstate', 'public-life.reinstate'),
      inPanel('POST', '/articles/:documentId/correct', 'public-life.correct'),
    ],
  },
};

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
      inPanel('GET', '/agencies', 'user-agencies.choices', ASSIGN_AGENCIES),
      // The second is what Strapi's own route asks of whoever makes an account, with whatever role.
      inPanel('POST', '/invitations', 'invitations.create', ASSIGN_AGENCIES, 'admin::users.create'),
      inPanel('POST', '/articles/:id/withdraw', 'withdrawal.withdraw'),
      inPanel('POST', '/articles/:id/reinstate', 'withdrawal.reinstate'),
      inPanel('POST', '/articles/:id/correct', 'withdrawal.correct'),
      inPanel('GET', '/reviews', 'review.list'),
      inPanel('GET', '/reviews/:id', 'review.state'),
      inPanel('POST', '/reviews/:id/:step', 'review.take'),
      inPanel('GET', '/previews/:documentId', 'previews.list'),
      inPanel('DELETE', '/previews/:documentId/:id', 'previews.revoke'),
    ],
  },
  'content-api': {
    type: 'content-api',
    routes: [
      // Public by decision: whoever has a link may see the draft that it is for.
      {
        method: 'GET',
        path: '/portal/v1/preview/:token',
        handler: 'previews.show',
        config: { auth: false, prefix: '' },
      },
    ],
  },
};

import { ASSIGN_AGENCIES, ERASE, READ_AUDIT } from './roles/role-definitions';

const inPanel = (method: string, path: string, handler: string, ...permissions: string[]) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      ...(permissions.length > 0 ? [{ name: 'admin::hasPermissions', config: { actions: permissions } }] : []),
    ],
  },
});

export default {
  admin: {
    type: 'admin',
    routes: [
      inPanel('GET', '/audit.jsonl', 'audit.export', READ_AUDIT),
      inPanel('GET', '/broken-rules', 'rules.list', READ_AUDIT),
      inPanel('POST', '/checks/article', 'checks.article'),
      inPanel('POST', '/checks/:type', 'checks.document'),
      inPanel('POST', '/file-uses', 'files.list'),
      inPanel('GET', '/history/:type/:documentId', 'history.list'),
      inPanel('GET', '/history/:type/:documentId/:id', 'history.version'),
      inPanel('POST', '/history/:type/:documentId/:id/restore', 'history.restore'),
      inPanel('GET', '/trash', 'trash.list'),
      inPanel('POST', '/trash/:id/restore', 'trash.restore'),
      inPanel('POST', '/trash/:id/erase', 'trash.erase', ERASE),
      inPanel('GET', '/uses/:type/:documentId', 'references.list'),
      inPanel('POST', '/uses/:type/:documentId/replace', 'references.replace'),
      inPanel('GET', '/user-agencies', 'agencies.list', ASSIGN_AGENCIES),
      inPanel('PUT', '/user-agencies/:id', 'agencies.assign', ASSIGN_AGENCIES),
      inPanel('GET', '/agencies', 'agencies.choices', ASSIGN_AGENCIES),
      // Strapi's own route requires the second to create an account of any role.
      inPanel('POST', '/invitations', 'invitations.create', ASSIGN_AGENCIES, 'admin::users.create'),
      inPanel('GET', '/articles/:id/readers', 'withdrawal.readers'),
      inPanel('POST', '/articles/:id/withdraw', 'withdrawal.withdraw'),
      inPanel('POST', '/articles/:id/reinstate', 'withdrawal.reinstate'),
      inPanel('POST', '/articles/:id/correct', 'withdrawal.correct'),
      inPanel('GET', '/reviews', 'review.list'),
      inPanel('GET', '/reviews/:type/:documentId', 'review.state'),
      inPanel('POST', '/reviews/:type/:documentId/:step', 'review.take'),
      inPanel('GET', '/previews/:documentId', 'previews.list'),
      inPanel('DELETE', '/previews/:documentId/:id', 'previews.revoke'),
    ],
  },
  'content-api': {
    type: 'content-api',
    routes: [
      // Public by decision: a link shows its draft to anyone who has it.
      {
        method: 'GET',
        path: '/portal/v1/preview/:token',
        handler: 'previews.show',
        config: { auth: false, prefix: '' },
      },
    ],
  },
};

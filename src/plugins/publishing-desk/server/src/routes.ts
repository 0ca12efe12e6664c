const inPanel = (method: string, path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
});

export default {
  admin: {
    type: 'admin',
    routes: [
      inPanel('GET', '/history/:type/:documentId', 'history.list'),
      inPanel('GET', '/history/:type/:documentId/:id', 'history.version'),
      inPanel('POST', '/history/:type/:documentId/:id/restore', 'history.restore'),
    ],
  },
};

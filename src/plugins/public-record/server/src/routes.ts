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
      inPanel('GET', '/directives', 'choices.directives'),
      inPanel('GET', '/agencies', 'choices.agencies'),
      inPanel('POST', '/directive-imports', 'imports.create'),
    ],
  },
};

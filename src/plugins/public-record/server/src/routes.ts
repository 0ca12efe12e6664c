const inPanel = (method: string, path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
});

export default {
  'content-api': {
    type: 'content-api',
    // Strapi lets in the tokens that may put reports; the action takes those that an agency is bound to.
    routes: [{ method: 'PUT', path: '/v1/reports/:kind/:agency/:period', handler: 'sent-reports.put', config: {} }],
  },
  admin: {
    type: 'admin',
    routes: [
      inPanel('GET', '/directives', 'choices.directives'),
      inPanel('GET', '/agencies', 'choices.agencies'),
      inPanel('GET', '/reports/:kind/form', 'report-forms.form'),
      inPanel('GET', '/reports/:kind/gaps', 'report-forms.gaps'),
      inPanel('POST', '/directive-imports', 'imports.create'),
      inPanel('POST', '/report-imports', 'report-imports.create'),
      inPanel('GET', '/report-imports', 'report-imports.progress'),
      inPanel('GET', '/report-template', 'report-imports.template'),
    ],
  },
};

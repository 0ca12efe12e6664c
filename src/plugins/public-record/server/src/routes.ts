export default {
  admin: {
    type: 'admin',
    routes: [
      {
        method: 'GET',
        path: '/directives',
        handler: 'choices.directives',
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
      {
        method: 'GET',
        path: '/agencies',
        handler: 'choices.agencies',
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  },
};

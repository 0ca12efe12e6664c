import { ASSIGN_AGENCIES } from './roles/role-definitions';

const policies = [
  'admin::isAuthenticatedAdmin',
  { name: 'admin::hasPermissions', config: { actions: [ASSIGN_AGENCIES] } },
];

export default {
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/user-agencies', handler: 'user-agencies.list', config: { policies } },
      { method: 'PUT', path: '/user-agencies/:id', handler: 'user-agencies.assign', config: { policies } },
    ],
  },
};

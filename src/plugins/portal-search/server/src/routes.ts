/** The permission to read what readers searched and did not find. */
const READ_NO_RESULTS = 'plugin::portal-search.no-result-searches.read';

export default {
  admin: {
    type: 'admin',
    routes: [
      {
        method: 'GET',
        path: '/no-result-searches',
        handler: 'no-result-searches.list',
        config: {
          policies: [
            'admin::isAuthenticatedAdmin',
            { name: 'admin::hasPermissions', config: { actions: [READ_NO_RESULTS] } },
          ],
        },
      },
    ],
  },
};

module.exports = require('../../../dist/src/plugins/portal-search/server/src');

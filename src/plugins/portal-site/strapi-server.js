module.exports = require('../../../dist/src/plugins/portal-site/server/src');

module.exports = require('../../../dist/src/plugins/portal-feeds/server/src');

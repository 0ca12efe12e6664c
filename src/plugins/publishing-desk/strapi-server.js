module.exports = require('../../../dist/src/plugins/publishing-desk/server/src');

module.exports = require('../../../dist/src/plugins/legacy-import/server/src');

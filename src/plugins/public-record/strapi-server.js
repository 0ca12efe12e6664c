module.exports = require('../../../dist/src/plugins/public-record/server/src');

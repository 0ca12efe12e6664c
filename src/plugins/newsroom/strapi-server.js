module.exports = require('../../../dist/src/plugins/newsroom/server/src');

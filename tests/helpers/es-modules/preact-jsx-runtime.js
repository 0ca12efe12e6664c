module.exports = require('./native-require')('preact/jsx-runtime');

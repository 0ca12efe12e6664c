module.exports = { upload: { config: { security: { deniedTypes: [] } } } };

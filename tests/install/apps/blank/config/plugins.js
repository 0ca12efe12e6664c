module.exports = { 'portal-feeds': { config: { portalUrl: 'https://portal.example' } } };

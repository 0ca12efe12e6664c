module.exports = {
  // Before the plugins that it is around.
  'publishing-desk': { enabled: true },
  'portal-feeds': { config: { portalUrl: 'https://portal.example' } },
};

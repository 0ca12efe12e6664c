// `npm start`: installs, builds and runs everything, in one process. No top-level await here: old Nodes have to
// parse this file to be told that they are too old.
import './lib/process/node-version.mjs';

import('./lib/newsroom/start-newsroom.mjs').then(({ startNewsroom }) => startNewsroom());

import mentions from './mentions';

export default { mentions };

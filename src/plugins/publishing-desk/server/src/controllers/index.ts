import audit from './audit';
import history from './history';

export default { audit, history };

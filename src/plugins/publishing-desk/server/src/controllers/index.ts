import userAgencies from './user-agencies';

export default { 'user-agencies': userAgencies };

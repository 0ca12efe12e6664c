export { compare, type Fraction, fraction, isDecimal, minus, over, plus, times, toDecimal } from './fraction';

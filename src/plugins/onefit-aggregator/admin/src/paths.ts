import { PLUGIN } from './plugin-id';

/** Menu links are relative, links within pages absolute. */
export const MARKET_LINK = `plugins/${PLUGIN}/market`;
export const STATUS_LINK = `plugins/${PLUGIN}/status`;

export const MARKET_PATH = `/${MARKET_LINK}`;
export const LEARN_MORE_PATH = `${MARKET_PATH}/onefit-api`;
export const NEXT_STEPS_PATH = `${MARKET_PATH}/next-steps`;
export const STATUS_PATH = `/${STATUS_LINK}`;

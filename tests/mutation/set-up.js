/** Random input is the same in every run, so that what notices a mutant always does. */
require('fast-check').configureGlobal({ seed: 20261124 });

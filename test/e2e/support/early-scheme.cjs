// Given to Electron with `-r`. The shell that the tests use loads the app's code only after `ready`, when it is too
// late to register the screen's scheme; Electron's own start file leaves time for it. What is registered here must be
// what electron/main/app-protocol.ts registers.
const { protocol } = require('electron')

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])

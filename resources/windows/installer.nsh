; What the installer does beside electron-builder's own script: https://www.electron.build/nsis

; For this user alone: the page that offers all users is not shown, and nothing asks for an administrator.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend

; adjump-inspector:// links. The app writes the same whenever it starts. Behind “--” nothing of a link can be an option.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\adjump-inspector" "" "URL:Adjump Inspector"
  WriteRegStr SHCTX "Software\Classes\adjump-inspector" "URL Protocol" ""
  WriteRegStr SHCTX "Software\Classes\adjump-inspector\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHCTX "Software\Classes\adjump-inspector\shell\open\command" "" '"$appExe" "--" "%1"'
!macroend

; An update removes the old version first: then all this stays. The history always does.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHCTX "Software\Classes\adjump-inspector"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
  ${endIf}
!macroend

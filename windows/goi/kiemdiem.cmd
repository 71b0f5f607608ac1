@echo off
setlocal
chcp 65001 >nul
"%~dp0python\python.exe" -X utf8 -m generator %*
exit /b %ERRORLEVEL%

@echo off
chcp 65001 >nul
title kiemdiem
set "PATH=%~dp0;%PATH%"
call "%~dp0kiemdiem.cmd" start
for /f "usebackq delims=" %%d in (`call "%~dp0kiemdiem.cmd" start --folder`) do cd /d "%%d"
cmd /k

@echo off
chcp 65001 >nul
title kiemdiem
set "PATH=%~dp0;%PATH%"
for /f "usebackq delims=" %%d in (`call "%~dp0kiemdiem.cmd" start --folder`) do cd /d "%%d"
echo Gõ: kiemdiem --help
cmd /k

@echo off
chcp 65001 >nul
title Kiểm điểm
call "%~dp0kiemdiem.cmd" start
for /f "usebackq delims=" %%d in (`call "%~dp0kiemdiem.cmd" start --folder`) do cd /d "%%d"
call "%~dp0kiemdiem.cmd" open

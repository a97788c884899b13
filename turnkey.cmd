@echo off
rem Runs Turnkey from its sources: builds Release once, again only when sources changed, then runs the built program.
rem Needs the .NET 10 SDK and nothing else.
setlocal
set "root=%~dp0"
set "home=%root%artifacts\launcher"
if not exist "%home%" mkdir "%home%"

rem Path, size and time of every source, compared with those of the last build.
(where /r "%root%src" /t *.* & where /t "%root%.:Directory.*.props" "%root%.:global.json") 2>nul | findstr /v /i /c:"\bin\\" /c:"\obj\\" > "%home%\sources.new"
fc /b "%home%\sources" "%home%\sources.new" >nul 2>nul
if not errorlevel 1 if exist "%home%\app\turnkey.exe" goto run

where dotnet >nul 2>nul
if errorlevel 1 (
  echo turnkey: the .NET 10 SDK is needed to build ^(https://dotnet.microsoft.com/download^) 1>&2
  exit /b 1
)
echo turnkey: building ^(once; again when sources change^) ... 1>&2
set "rid=win-x64"
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set "rid=win-arm64"
set "publish=dotnet publish "%root%src\hosts\Turnkey.Cli\Turnkey.Cli.csproj" -c Release -v quiet --nologo --artifacts-path "%home%\build" -o "%home%\app" -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:GenerateDocumentationFile=false"
%publish% -r %rid% --self-contained false -p:PublishReadyToRun=true > "%home%\build.log" 2>&1
if errorlevel 1 %publish% > "%home%\build.log" 2>&1
if errorlevel 1 (
  type "%home%\build.log" 1>&2
  echo turnkey: the build failed 1>&2
  exit /b 1
)
move /y "%home%\sources.new" "%home%\sources" >nul

:run
"%home%\app\turnkey.exe" %*
exit /b %errorlevel%

; The installer for Windows: for one person, without an administrator. Compiled by build.py with Inno Setup 6.
; Not run here: it is built by .github/workflows/packages.yml on Windows.
#ifndef Version
  #define Version "0.0.0"
#endif

[Setup]
AppId={{6E1B7C52-3B0B-4E52-9F0C-0B7D7F5A7A10}
AppName=kzref
AppVersion={#Version}
AppPublisher=The authors of kzref
DefaultDirName={localappdata}\Programs\kzref
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
OutputBaseFilename=kzref-{#Version}-setup
SetupIconFile=..\build-icon.ico
UninstallDisplayIcon={app}\kzref-window.exe
LicenseFile=..\..\LICENSE
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=yes

[Languages]
Name: "kk"; MessagesFile: "compiler:Default.isl,kk.isl"
Name: "ru"; MessagesFile: "compiler:Languages\Russian.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
kk.Desktop=Жұмыс үстеліне белгіше қою
ru.Desktop=Поместить значок на рабочий стол
en.Desktop=Put an icon on the desktop
kk.Start=kzref-ті ашу
ru.Start=Открыть kzref
en.Start=Open kzref
kk.Forget=Импортталған мәтіндер мен kzref жазған басқа файлдар да жойылсын ба?
ru.Forget=Удалить также импортированные тексты и другие файлы, записанные kzref?
en.Forget=Remove the imported texts and the other files that kzref wrote too?

[Tasks]
Name: desktop; Description: "{cm:Desktop}"; Flags: unchecked

[InstallDelete]
; an update leaves nothing of the older program behind
Type: filesandordirs; Name: "{app}\program"

[Files]
Source: "..\..\build\package\dist\kzref\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\kzref"; Filename: "{app}\kzref-window.exe"
Name: "{autodesktop}\kzref"; Filename: "{app}\kzref-window.exe"; Tasks: desktop

[Run]
Filename: "{app}\kzref-window.exe"; Description: "{cm:Start}"; Flags: nowait postinstall skipifsilent

[Code]
procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Status: Integer;
begin
  if (Step = usUninstall) and not UninstallSilent() then
    if MsgBox(CustomMessage('Forget'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
      Exec(ExpandConstant('{app}\kzref.exe'), 'forget --yes', '', SW_HIDE, ewWaitUntilTerminated, Status);
end;

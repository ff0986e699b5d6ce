; Inno Setup 6: the Windows installer of the one-folder build. Not run.
; First `python packaging\dev.py bundle` on Windows 10 or 11, then:
;   iscc /DVersion=0.1.0 packaging\windows\committee-desk.iss
#ifndef Version
  #error Say /DVersion=..., the version in pyproject.toml
#endif

[Setup]
AppId={{6C7A7B0F-3C0B-4C36-9D5B-52E0C9A9E1D4}
AppName=检察官考评台账
AppVersion={#Version}
AppPublisher=Committee Desk contributors
DefaultDirName={autopf}\Committee Desk
DefaultGroupName=检察官考评台账
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
OutputDir=..\..\dist
OutputBaseFilename=committee-desk-{#Version}-setup
SetupIconFile=committee-desk.ico
LicenseFile=..\..\LICENSE
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes

[Languages]
; Inno Setup brings no Chinese; its unofficial ChineseSimplified.isl can be put beside this file
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\dist\committee-desk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\检察官考评台账"; Filename: "{app}\committee-desk-window.exe"
Name: "{autodesktop}\检察官考评台账"; Filename: "{app}\committee-desk-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.desk"; ValueType: string; ValueData: "CommitteeDesk.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\CommitteeDesk.File"; ValueType: string; ValueData: "检察官考评台账文件"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\CommitteeDesk.File\DefaultIcon"; ValueType: string; ValueData: "{app}\committee-desk-window.exe,0"
Root: HKA; Subkey: "Software\Classes\CommitteeDesk.File\shell\open\command"; ValueType: string; ValueData: """{app}\committee-desk-window.exe"" ""%1"""

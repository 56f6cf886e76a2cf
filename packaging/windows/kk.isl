; Kazakh messages of the installer; what is not here is said in English, for Inno Setup brings no Kazakh.
[LangOptions]
LanguageName=Қазақша
LanguageID=$043F
LanguageCodePage=0

[Messages]
SetupAppTitle=Орнату
SetupWindowTitle=%1 — орнату
UninstallAppTitle=Жою
UninstallAppFullTitle=%1 — жою
ButtonBack=< &Артқа
ButtonNext=&Әрі қарай >
ButtonInstall=&Орнату
ButtonOK=ОК
ButtonCancel=Бас тарту
ButtonYes=&Иә
ButtonNo=&Жоқ
ButtonFinish=&Дайын
ButtonBrowse=&Шолу...
SelectLanguageTitle=Орнату тілі
SelectLanguageLabel=Орнату кезінде қолданылатын тілді таңдаңыз.
WelcomeLabel1=[name] орнатуға қош келдіңіз
WelcomeLabel2=Компьютерге [name/ver] орнатылады.%n%nӘкімші құқығы мен желі қажет емес.
WizardLicense=Лицензиялық келісім
LicenseLabel=Жалғастырмас бұрын мынаны оқып шығыңыз.
LicenseLabel3=Лицензиялық келісімді оқып шығыңыз. Орнату үшін оның шарттарын қабылдау керек.
LicenseAccepted=Шарттарды &қабылдаймын
LicenseNotAccepted=Шарттарды қабылда&маймын
WizardSelectTasks=Қосымша әрекеттер
SelectTasksDesc=Тағы не істеу керек?
SelectTasksLabel2=Қажетін белгілеп, «Әрі қарай» түймесін басыңыз.
WizardReady=Орнатуға дайын
ReadyLabel1=[name] орнатуға бәрі дайын.
ReadyLabel2b=«Орнату» түймесін басыңыз.
WizardInstalling=Орнатылуда
InstallingLabel=[name] орнатылуда, күте тұрыңыз.
FinishedHeadingLabel=[name] орнатылды
FinishedLabelNoIcons=[name] компьютерге орнатылды.
FinishedLabel=[name] компьютерге орнатылды. Бағдарлама белгішесінен ашылады.
ClickFinish=Аяқтау үшін «Дайын» түймесін басыңыз.
ConfirmUninstall=%1 компьютерден жойылсын ба?
UninstalledAll=%1 компьютерден жойылды.

// A browser that prints: a script that does what Chromium is asked for, in a moment, or fails to.
using System.Runtime.Versioning;

namespace Hearth.Messaging.Tests.Support;

[UnsupportedOSPlatform("windows")]
internal static class Printer
{
    /// <summary>The path of a program that writes a small PDF where it is told to, with the words of the page in it.</summary>
    public static string Quick() =>
        Script(
            """
            for argument in "$@"; do
              case "$argument" in
                --print-to-pdf=*) out="${argument#--print-to-pdf=}" ;;
                file://*) page="${argument#file://}" ;;
              esac
            done
            { printf '%%PDF-1.4\n'; cat "$page"; } > "$out"
            """
        );

    /// <summary>One that ends without having printed anything.</summary>
    public static string Broken() => Script("exit 1");

    private static string Script(string what)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("hearth-printer-").FullName, "chromium");
        File.WriteAllText(path, "#!/bin/sh\n" + what + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}

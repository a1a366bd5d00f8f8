// A file with tenants' data: for whoever ran the command, nobody else on the machine.
namespace Hearth.Storage.Public;

public static class PrivateFile
{
    /// <summary>Makes the file, or empties it; where the system knows owners, only its owner may read and write it.</summary>
    public static FileStream Create(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(path, how);
    }
}

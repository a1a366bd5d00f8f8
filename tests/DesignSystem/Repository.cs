// Where the repository's files are, seen from the test's folder.
namespace Hearth.DesignSystem.Tests;

internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hearth.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Hearth.slnx stands in no folder above the tests.");
    }
}

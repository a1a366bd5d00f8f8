// Where the landlord's own word files lie.
namespace Hearth.DesignSystem.Public;

/// <summary>Set by the host: <c>services.Configure&lt;WordFolder&gt;(f => f.Path = "/srv/hearth/words")</c>.</summary>
public sealed class WordFolder
{
    /// <summary>Files named after their language, like <c>ro.po</c>, read at the start. Beside the program unless set; need not be there.</summary>
    public string Path { get; set; } = System.IO.Path.Combine(AppContext.BaseDirectory, "words");
}

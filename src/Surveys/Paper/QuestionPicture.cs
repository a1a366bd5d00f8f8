// The picture and the easy words that stand with one question on an Easy Read form.
namespace Hearth.Surveys.Paper;

internal sealed class QuestionPicture
{
    public const int LargestUpload = 300 * 1024;
    public const int LongestWords = 600;

    public Guid QuestionId { get; init; }
    public Guid SurveyId { get; init; }

    /// <summary>Name of one of our own drawings; empty where the landlord's own picture is used.</summary>
    public string Picture { get; set; } = "";

    /// <summary>The landlord's own picture, PNG or JPEG; null for a drawing.</summary>
    public byte[]? Upload { get; set; }

    /// <summary>What the picture shows, in a few words, for people who hear the form read.</summary>
    public string? Shows { get; set; }

    /// <summary>The question in easy words, one idea a line; null for the question's own words.</summary>
    public string? EasyWords { get; set; }
}

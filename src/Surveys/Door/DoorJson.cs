// How the device and the server write to each other.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hearth.Surveys.Door;

internal static class DoorJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, MaxDepth = 12 };
}

/// <summary>What a device posts.</summary>
internal sealed record DoorPost(Guid List, string? Token, List<DoorEnvelope>? Things);

/// <summary>What it is told.</summary>
internal sealed record DoorReply(IReadOnlyList<DoorReceipt> Receipts, bool ListIsOut, DateTimeOffset Now);

/// <summary>A file handed over: the same sealed things, of one list.</summary>
internal sealed record DoorFile(string Hearth, Guid List, List<DoorEnvelope>? Things)
{
    public const string Kind = "door-1";
}

// The kinds of thing that have a place on the ring.
using Hearth.DesignSystem.Public.TheLoop;

namespace Hearth.Loop.Public;

/// <summary>A kind of thing that has a place in the loop; each module registers its own.</summary>
/// <param name="Kind">Key: <c>survey</c>.</param>
/// <param name="Name">As people say it: "Survey".</param>
/// <param name="Stop">Where on the ring it lies.</param>
public sealed record LoopKind(string Kind, string Name, LoopStop Stop);

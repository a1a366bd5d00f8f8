// The newest thing that came of what people said and that anyone may read, wherever it is kept.
using Hearth.DesignSystem.Public;
using Hearth.Loop.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

/// <param name="Title">In the language of this page’s reader, or in English.</param>
internal sealed record Newest(string Title, string Address, bool InReadersLanguage);

internal sealed class WhatChanged(LoopLedger loop, IEnumerable<ITitlesInLanguages> titles, Phrases phrases)
{
    /// <summary>Null while nothing has been published.</summary>
    public async Task<Newest?> NewestAsync(CancellationToken stop)
    {
        var thing = await loop
            .Things.Where(thing => thing.PublicAddress != null && thing.Kind != "survey")
            .OrderByDescending(thing => thing.On)
            .FirstOrDefaultAsync(stop);
        if (thing is null)
        {
            return null;
        }
        if (!phrases.Language.IsEnglish)
        {
            foreach (var module in titles)
            {
                if ((await module.InAsync([thing.Id], phrases.Language.Code, stop)).TryGetValue(thing.Id, out var own))
                {
                    return new(own, thing.PublicAddress!, true);
                }
            }
        }
        return new(thing.Title, thing.PublicAddress!, false);
    }
}

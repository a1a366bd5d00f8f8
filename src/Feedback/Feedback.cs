// Feedback: you said, we did, or we can’t because; and every person who spoke is told.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Feedback.AskBack;
using Hearth.Feedback.AskBack.Answer;
using Hearth.Feedback.AskBack.SeeAnswers;
using Hearth.Feedback.Board;
using Hearth.Feedback.Demo;
using Hearth.Feedback.FirstPage;
using Hearth.Feedback.Public;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Correct;
using Hearth.Feedback.Replies.Publish;
using Hearth.Feedback.Replies.Translations;
using Hearth.Feedback.Replies.Translations.Translate;
using Hearth.Feedback.Replies.Write;
using Hearth.Feedback.Tellings;
using Hearth.Feedback.Tellings.MarkTold;
using Hearth.Feedback.WhatChanged;
using Hearth.Loop;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback;

public static class FeedbackModule
{
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddTables<FeedbackTables>();
        services.AddLoopKind(Activities.ReplyKey, "You said, we did", LoopStop.TellEveryone);
        // talks face to face stand in the loop before Hearth runs them itself, so that they too are answered
        services.AddLoopKind("forum", "Tenants’ forum", LoopStop.CollectViews);
        services.AddLoopKind("walkabout", "Walkabout", LoopStop.CollectViews);
        services.AddLoopKind("talk", "Talks with tenants", LoopStop.CollectViews);
        // the panel and the committee take Scrutinise, Propose and Agree over when they come to Hearth
        foreach (var place in new[] { LoopStop.Scrutinise, LoopStop.Propose, LoopStop.Agree, LoopStop.TellEveryone, LoopStop.Monitor })
        {
            services.AddLoopStop(place, "/feedback");
        }
        services.AddSingleton(new NotAnAsk(TellParticipants.Purpose));
        services.AddMenuEntry(new("You said, we did", "/feedback", 80, MenuAudience.Officer, Section: "feedback"));
        services.AddMenuEntry(new("What changed", "/what-changed", 20, MenuAudience.Public, Section: "what-changed"));

        services.AddScoped<Activities>();
        services.AddScoped<ReplyFinder>();
        services.AddScoped<WriteReply>();
        services.AddScoped<PublishReply>();
        services.AddScoped<CorrectReply>();

        services.AddScoped<TranslatedReplies>();
        services.AddScoped<ITitlesInLanguages>(provider => provider.GetRequiredService<TranslatedReplies>());
        services.AddScoped<LanguagesOfReply>();
        services.AddScoped<TranslateReply>();

        services.AddScoped<Wording>();
        services.AddScoped<TellParticipants>();
        services.AddScoped<WhoIsTold>();
        services.AddScoped<ToldOfReplies>();
        services.AddScoped<MarkTold>();
        services.AddScoped<IMessageOutcomes, ToldByMessage>();
        services.AddScoped<IJob, TellingJob>();

        services.AddScoped<AskWords>();
        services.AddScoped<AskThoseTold>();
        services.AddScoped<CountAnswers>();
        services.AddScoped<AnswerAskBack>();
        services.AddScoped<IOwnLanguage, LanguageOfAsked>();
        services.AddScoped<AskNow>();
        services.AddScoped<MarkRung>();
        services.AddScoped<IMessageOutcomes, AskedByMessage>();
        services.AddScoped<IPersonalData, AskedBackHeld>();
        services.AddScoped<IKeptFor, OldAnswersBack>();
        services.AddScoped<IJob, AskBackJob>();

        services.AddScoped<BoardReader>();
        services.AddScoped<PublicAnswers>();
        services.AddSingleton<FirstPageAnswers>();
        services.AddScoped<PublishedReplies>();
        services.AddScoped<ToldSummary>();
        services.AddScoped<IFirstPageNews, NewsOfAnswers>();

        services.AddScoped<DemoPast>();
        services.AddScoped<IDemoChapter, TellOfAnswers>();
        return services;
    }
}

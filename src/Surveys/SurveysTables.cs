// Surveys, questions, who was asked, what they answered.
using System.Text.Json;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Answering.Files;
using Hearth.Surveys.Answering.ImportResponses;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Pilots;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.PanelReport;
using Hearth.Surveys.Paper;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Audio;
using Hearth.Surveys.Questionnaires.Editions;
using Hearth.Surveys.Questionnaires.Translations;
using Hearth.Surveys.Themes;
using Hearth.Surveys.Trends;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Surveys;

internal sealed class SurveysTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Survey>(survey =>
        {
            survey.ToTable("surveys_survey");
            survey.Property(x => x.Version).IsConcurrencyToken();
            Json(survey.Property(x => x.Languages)).HasDefaultValueSql("'[]'").ValueGeneratedNever();
            survey.Property(x => x.Edition).HasDefaultValue(1).ValueGeneratedNever();
            survey.Ignore(x => x.IsWorkingCopy);
            survey.Ignore(x => x.Stands);
            survey.HasIndex(x => x.RevisionOf);
            survey.HasIndex(x => x.PilotOf);
            // a working copy and a try-out are nobody's survey but their own pages'
            survey.HasQueryFilter(Survey.Copies, x => x.RevisionOf == null && x.PilotOf == null);
        });
        model.Entity<Question>(question =>
        {
            question.ToTable("surveys_question");
            question.HasIndex(x => new { x.SurveyId, x.Key }).IsUnique();
            question.Ignore(x => x.Offered);
            question.Ignore(x => x.Items);
            question.Ignore(x => x.Lines);
            question.Property(x => x.Retired).HasDefaultValue(false).ValueGeneratedNever();
            // asked no more: only results and the editor look for it
            question.HasQueryFilter(Question.AskedNoMore, x => !x.Retired);
            Json(question.Property(x => x.Options));
            Json(question.Property(x => x.ShowIfCodes));
            Json(question.Property(x => x.Rows)).HasDefaultValueSql("'[]'").ValueGeneratedNever();
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("surveys_invitation");
            invitation.Property(x => x.HomeKind).HasDefaultValueSql("'Not known'").ValueGeneratedNever();
            invitation.HasIndex(x => x.Code).IsUnique();
            invitation.HasIndex(x => new { x.SurveyId, x.HouseholdId }).IsUnique();
            invitation.HasIndex(x => x.PersonId);
            // how many were asked by group, read from the index alone
            invitation
                .HasIndex(x => new
                {
                    x.SurveyId,
                    x.Ward,
                    x.Tenure,
                    x.Locality,
                    x.AgeBand,
                    x.HomeKind,
                })
                .HasDatabaseName("IX_surveys_invitation_groups");
            // who is due to go up, and who stands where
            invitation
                .HasIndex(x => new
                {
                    x.SurveyId,
                    x.Rung,
                    x.LastAskedAt,
                })
                .HasDatabaseName("IX_surveys_invitation_rung");
        });
        model.Entity<Ladder>(ladder =>
        {
            ladder.ToTable("surveys_ladder");
            Json(ladder.Property(x => x.Rungs));
            ladder.Ignore(x => x.Asks);
            ladder.HasKey(x => x.SurveyId);
            ladder.Property(x => x.SurveyId).ValueGeneratedNever();
            ladder.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<RestOverruled>(overruled =>
        {
            overruled.ToTable("surveys_rest_overruled");
            overruled.HasKey(x => x.SurveyId);
            overruled.Property(x => x.SurveyId).ValueGeneratedNever();
        });
        model.Entity<RestingHome>(home =>
        {
            home.ToTable("surveys_resting_home");
            home.HasIndex(x => new { x.SurveyId, x.HouseholdId }).IsUnique();
            home.HasIndex(x => x.PersonId);
        });
        model.Entity<Response>(response =>
        {
            response.ToTable("surveys_response");
            response.Property(x => x.HomeKind).HasDefaultValueSql("'Not known'").ValueGeneratedNever();
            response.Property(x => x.Edition).HasDefaultValue(1).ValueGeneratedNever();
            response.HasIndex(x => x.InvitationId).IsUnique();
            response.HasIndex(x => new { x.SurveyId, x.HouseholdId }).IsUnique();
            response.HasIndex(x => new { x.SurveyId, x.At });
            response.NotAudited("an answer is its own record, and the audit must not say who answered what");
        });
        model.Entity<Comment>(comment =>
        {
            comment.ToTable("surveys_comment");
            comment.HasIndex(x => new { x.SurveyId, x.QuestionId });
            comment.HasIndex(x => x.ResponseId);
        });
        model.Entity<DraftResponse>(draft =>
        {
            draft.ToTable("surveys_draft");
            draft.HasKey(x => x.InvitationId);
            draft.Property(x => x.Edition).HasDefaultValue(1).ValueGeneratedNever();
            draft.NotAudited("answers on their way; the response that comes of them is the record");
        });
        model.Entity<Edition>(edition =>
        {
            edition.ToTable("surveys_edition");
            edition.HasIndex(x => new { x.SurveyId, x.Number }).IsUnique();
        });
        model.Entity<Translation>(text =>
        {
            text.ToTable("surveys_translation");
            text.HasIndex(x => new
                {
                    x.SurveyId,
                    x.Language,
                    x.Part,
                })
                .IsUnique();
        });
        model.Entity<Remark>(remark =>
        {
            remark.ToTable("surveys_remark");
            remark.HasIndex(x => new { x.InvitationId, x.QuestionKey }).IsUnique();
            remark.HasIndex(x => x.SurveyId);
            remark.NotAudited("part of trying a survey out, and the audit must not say who said what");
        });
        model.Entity<SentFile>(file =>
        {
            file.ToTable("surveys_sent_file");
            file.HasIndex(x => x.InvitationId);
            file.HasIndex(x => new { x.SurveyId, x.QuestionId });
            file.NotAudited("part of an answer, and the audit must not say who answered what");
        });
        model.Entity<QuestionVoice>(voice =>
        {
            voice.ToTable("surveys_question_voice");
            voice.HasIndex(x => new { x.QuestionId, x.Language }).IsUnique();
        });
        model.Entity<WrongCode>(wrong =>
        {
            wrong.ToTable("surveys_wrong_code");
            wrong.HasIndex(x => new { x.Origin, x.At });
            wrong.NotAudited("a count of mistakes, gone after an hour");
        });
        model.Entity<PaperSheet>(sheet =>
        {
            sheet.ToTable("surveys_paper_sheet");
            sheet.Property(x => x.Edition).HasDefaultValue(1).ValueGeneratedNever();
            sheet.HasIndex(x => x.ResponseId).IsUnique();
            sheet.HasIndex(x => new { x.SurveyId, x.Draw });
        });
        model.Entity<Theme>(theme =>
        {
            theme.ToTable("surveys_theme");
            theme.HasIndex(x => x.SurveyId);
        });
        model.Entity<FrameVersion>(version =>
        {
            version.ToTable("surveys_frame_version");
            version.HasIndex(x => new { x.SurveyId, x.Number }).IsUnique();
        });
        model.Entity<Coding>(coding =>
        {
            coding.ToTable("surveys_coding");
            coding.HasIndex(x => x.SurveyId);
            coding
                .HasIndex(x => new
                {
                    x.CommentId,
                    x.CoderId,
                    x.Settles,
                })
                .IsUnique();
        });
        model.Entity<SecondLook>(second =>
        {
            second.ToTable("surveys_second_look");
            second.HasKey(x => x.CommentId);
            second.HasIndex(x => x.SurveyId);
        });
        model.Entity<Wave>(wave =>
        {
            wave.ToTable("surveys_wave");
            wave.HasKey(x => x.SurveyId);
            wave.HasIndex(x => x.SeriesId);
        });
        model.Entity<Proposal>(proposal =>
        {
            proposal.ToTable("surveys_proposal");
            proposal.HasKey(x => x.SurveyId);
        });
        model.Entity<QuestionPicture>(picture =>
        {
            picture.ToTable("surveys_question_picture");
            picture.HasKey(x => x.QuestionId);
            picture.HasIndex(x => x.SurveyId);
        });
        model.Entity<UploadedResponses>(upload =>
        {
            upload.ToTable("surveys_upload");
            upload.NotAudited("a file on its way in; the import that comes of it is audited");
        });
    }

    private static PropertyBuilder<List<T>> Json<T>(PropertyBuilder<List<T>> property) =>
        property.HasConversion(
            list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<List<T>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList())
        );
}
